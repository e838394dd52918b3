import type { CDPSession } from '@playwright/test';

/** What a script keeps, in the words of a heap snapshot; the rest is the engine of JavaScript itself: code, shapes. */
const DATA = new Set([
  'object',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'closure',
  'bigint',
]);

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
}

/**
 * Bytes of objects, arrays, texts and functions in the page's JavaScript heap. What the browser compiles, and the
 * profiles by which it does, grow for as long as it meets new ways through the same code, and are not counted here.
 */
export async function heapDataBytes(devtools: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const gather = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', gather);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', gather);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields, node_types } = snapshot.meta;
  const [type, size] = [node_fields.indexOf('type'), node_fields.indexOf('self_size')];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += node_fields.length) {
    if (DATA.has(node_types[0][nodes[node + type]!]!)) bytes += nodes[node + size]!;
  }
  return bytes;
}
