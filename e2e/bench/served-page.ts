import { build, preview } from 'vite';

/** The built page, served on a free port. */
export interface ServedPage {
  address: string;
  close: () => Promise<void>;
}

/** Builds the page into a folder of its own, so that a build elsewhere cannot change it in mid-run, and serves it. */
export async function servePage(folder: string): Promise<ServedPage> {
  const output = { outDir: folder, emptyOutDir: true };
  await build({ build: output, logLevel: 'error' });
  const server = await preview({ build: output, preview: { port: 0 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the preview server has no address');
  return { address, close: () => server.close() };
}
