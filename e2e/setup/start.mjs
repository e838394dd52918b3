/** `npm start`: installs what is missing, builds the page and serves it until stopped. */
import { installDependencies } from './dependencies.mjs';

installDependencies();

const { build, preview } = await import('vite');
console.log('Building Meterfold…');
await build({ logLevel: 'warn' });
// A busy port is no obstacle: Vite takes the next free one.
const server = await preview({ logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
console.log(`Meterfold is ready at ${address}`);
console.log('Press Ctrl+C to stop.');

if (process.env['npm_lifecycle_event'] === 'start') {
  // The shell between npm and this process passes no signal on: without this the server outlives a stopped npm.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(), 1000);
}
