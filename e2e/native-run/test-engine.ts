import { afterAll } from 'vitest';
import { createNodeEngine } from '../../src/engine/node-engine';
import type { NodeConnection } from '../../src/engine/node-engine';

/** A native engine of a test file's own, and a connection to it; both are closed when its tests are done. */
export async function testEngine(): Promise<{
  engine: Awaited<ReturnType<typeof createNodeEngine>>;
  connection: NodeConnection;
}> {
  const engine = await createNodeEngine({ threads: 1 });
  const connection = await engine.connect();
  afterAll(async () => {
    await connection.close();
    await engine.close();
  });
  return { engine, connection };
}
