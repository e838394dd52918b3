import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppError } from './domain/app-error';
import { startWasmEngine } from './engine/wasm-engine';
import { createParquetCodec } from './parquet/codec-client';
import { createInputReader } from './readers/input-client';
import { createSession } from './session/create-session';
import { App } from './ui/app';
import { saveFile } from './ui/share/save-file';
import './ui/app.css';

const SAMPLES = { year: 'sample-year.parquet', portfolio: 'sample-portfolio.parquet' } as const;

const session = createSession({
  startEngine: startWasmEngine,
  codec: createParquetCodec(),
  inputs: createInputReader(),
  loadSample: async (sample) => {
    const name = SAMPLES[sample];
    const response = await fetch(`${import.meta.env.BASE_URL}samples/${name}`);
    if (!response.ok) throw new AppError('FILE_UNREADABLE', { file: name, cause: `${response.status}` });
    return new File([await response.blob()], name);
  },
  handOver: saveFile,
  mayRehearse: !savesData(),
  engineBudgetBytes: engineBudgetBytes(),
});

/**
 * What folded data may take: of the 3.1 GiB that the engine can have, the rest being for queries, and no more
 * than half of the machine's memory, as far as the browser tells it.
 */
function engineBudgetBytes(): number {
  const { deviceMemory = 8 } = navigator as { deviceMemory?: number };
  return Math.min(2.6e9, deviceMemory * 0.5e9);
}

/** Whether the person asked the browser to spare data, and the machine with it. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App session={session} />
    </StrictMode>,
  );
}
