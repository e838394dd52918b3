/**
 * Describes the columns of an Arrow schema in words. It reads the schema in the
 * form of Arrow's C data interface out of wasm memory, because that form covers
 * every type; Apache Arrow's JavaScript fails on a whole schema with one list view.
 */

/** A node of a schema as the C data interface has it. */
export interface SchemaNode {
  name: string;
  format: string;
  children: SchemaNode[];
  dictionary: SchemaNode | null;
}

const POINTER_BYTES = 4;
/** Offsets of `struct ArrowSchema` on a 32-bit machine. */
const Offset = { format: 0, name: 4, childCount: 24, children: 32, dictionary: 36 } as const;

const PLAIN_TYPES: Readonly<Record<string, string>> = {
  n: 'null',
  b: 'bool',
  c: 'int8',
  C: 'uint8',
  s: 'int16',
  S: 'uint16',
  i: 'int32',
  I: 'uint32',
  l: 'int64',
  L: 'uint64',
  e: 'float16',
  f: 'float32',
  g: 'float64',
  z: 'binary',
  Z: 'large_binary',
  vz: 'binary_view',
  u: 'utf8',
  U: 'large_utf8',
  vu: 'utf8_view',
  tdD: 'date32',
  tdm: 'date64',
  tts: 'time32[s]',
  ttm: 'time32[ms]',
  ttu: 'time64[us]',
  ttn: 'time64[ns]',
  tDs: 'duration[s]',
  tDm: 'duration[ms]',
  tDu: 'duration[us]',
  tDn: 'duration[ns]',
  tiM: 'interval[months]',
  tiD: 'interval[days, ms]',
  tin: 'interval[months, days, ns]',
};

const LIST_TYPES: Readonly<Record<string, string>> = {
  '+l': 'list',
  '+L': 'large_list',
  '+vl': 'list_view',
  '+vL': 'large_list_view',
};

const TIMESTAMP_UNITS: Readonly<Record<string, string>> = { s: 's', m: 'ms', u: 'us', n: 'ns' };

/** Reads the schema that lies at `address`. @returns its root, a struct whose children are the columns */
export function readSchemaNode(memory: WebAssembly.Memory, address: number): SchemaNode {
  const view = new DataView(memory.buffer);
  const pointer = (at: number) => view.getUint32(at, true);
  const firstChild = pointer(address + Offset.children);
  const dictionary = pointer(address + Offset.dictionary);
  return {
    name: readCString(memory, pointer(address + Offset.name)),
    format: readCString(memory, pointer(address + Offset.format)),
    children: Array.from({ length: pointer(address + Offset.childCount) }, (_, index) =>
      readSchemaNode(memory, pointer(firstChild + index * POINTER_BYTES)),
    ),
    dictionary: dictionary === 0 ? null : readSchemaNode(memory, dictionary),
  };
}

/** The type of a column in Arrow's words, lower case: `utf8`, `list<int64>`, `dictionary<int32, utf8>`. */
export function describeType(node: SchemaNode): string {
  if (node.dictionary) return `dictionary<${describeFormat(node)}, ${describeType(node.dictionary)}>`;
  return describeFormat(node);
}

function describeFormat({ format, children }: SchemaNode): string {
  const plain = PLAIN_TYPES[format];
  if (plain) return plain;
  const inner = children.map(describeType);
  const list = LIST_TYPES[format];
  if (list) return `${list}<${inner.join(', ')}>`;
  const [head = '', argument = ''] = splitOnce(format, ':');
  if (head === '+w') return `fixed_size_list<${inner.join(', ')}>[${argument}]`;
  if (head === '+s')
    return `struct<${children.map((child) => `${child.name}: ${describeType(child)}`).join(', ')}>`;
  if (head === '+m')
    return `map<${children.flatMap((entry) => entry.children.map(describeType)).join(', ')}>`;
  if (head === '+r') return `run_end_encoded<${inner.join(', ')}>`;
  if (head === '+ud' || head === '+us') return `union<${inner.join(', ')}>`;
  if (head === 'w') return `fixed_size_binary[${argument}]`;
  if (head === 'd') return describeDecimal(argument);
  const unit = head.startsWith('ts') ? TIMESTAMP_UNITS[head.slice(2)] : undefined;
  if (unit) return `timestamp[${argument ? `${unit}, ${argument}` : unit}]`;
  return `unknown(${format})`;
}

function describeDecimal(argument: string): string {
  const [precision, scale, bits = '128'] = argument.split(',');
  return `decimal${bits}(${precision}, ${scale})`;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function readCString(memory: WebAssembly.Memory, address: number): string {
  if (address === 0) return '';
  const bytes = new Uint8Array(memory.buffer, address);
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
}
