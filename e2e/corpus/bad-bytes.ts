import { deflateSync } from 'node:zlib';
import type { BadFile } from './corpus-types';
import { CHUNK_META, chunkMeta, chunkOf, concat, magic, readThrift, takeApart, uint32 } from './footer';
import { meterFile } from './meter-file';
import { seriesRows } from './meter-rows';

const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const CSV = 'client_id;date;ext_dev_ref;energy_consumption;resolution\n1;2022-01-01;m;100;60min\n';

/** A good file, to be spoilt: three months of one hourly meter. */
export function goodFile(): Uint8Array {
  return meterFile(seriesRows({ first: '2022-03-01', last: '2022-05-31' }).map(({ row }) => row));
}

/** Bytes that are no Parquet file, not a whole one, or not a sound one. */
export const badByteFiles: readonly BadFile[] = [
  bad('empty-file', 'FILE_EMPTY', () => new Uint8Array()),
  bad('one-byte', 'NOT_PARQUET', () => magic('P')),
  bad('text', 'NOT_PARQUET', () => magic('Dear all, please find the meter data attached.\n'), 'readings.txt'),
  bad('csv-cut-in-a-row', 'ROW_BROKEN', () => magic(CSV.slice(0, -9))),
  bad('json-renamed', 'NOT_PARQUET', () => magic('[{"client_id":"1","energy_consumption":[1,2,3]}]')),
  bad('html-login-page', 'NOT_PARQUET', () =>
    magic('<!doctype html><title>Sign in</title><p>Session expired</p>'),
  ),
  bad('png', 'NOT_PARQUET', pngBytes, 'chart.png'),
  bad('zip', 'NOT_PARQUET', () => concat(magic('PK\u0003\u0004'), new Uint8Array(60)), 'readings.xlsx'),
  bad('arrow-file-of-zeros', 'FILE_DAMAGED', () =>
    concat(magic('ARROW1\0\0'), new Uint8Array(64), magic('ARROW1')),
  ),
  bad('gzipped-parquet', 'NOT_PARQUET', () =>
    concat(Uint8Array.of(0x1f, 0x8b, 8, 0), deflateSync(goodFile())),
  ),
  bad('only-the-magic', 'FILE_TRUNCATED', () => magic('PAR1')),
  bad('cut-in-data', 'FILE_TRUNCATED', () => goodFile().slice(0, 900)),
  bad('cut-before-footer', 'FILE_TRUNCATED', () => takeApart(goodFile()).data),
  bad('cut-in-footer', 'FILE_TRUNCATED', () => cutTail(200)),
  bad('cut-last-magic', 'FILE_TRUNCATED', () => cutTail(4)),
  bad('cut-last-byte', 'FILE_TRUNCATED', () => cutTail(1)),
  bad('footer-longer-than-file', 'FILE_TRUNCATED', () => {
    const file = goodFile();
    return concat(file.slice(0, -8), uint32(file.length * 3), magic('PAR1'));
  }),
  bad('footer-of-noise', 'FILE_DAMAGED', () => {
    const { data } = takeApart(goodFile());
    const noise = Uint8Array.from({ length: 300 }, (_, index) => (index * 151 + 77) % 256);
    return concat(data, noise, uint32(noise.length), magic('PAR1'));
  }),
  bad('bytes-lost-in-the-middle', 'FILE_DAMAGED', () => {
    const file = goodFile();
    return concat(file.slice(0, 600), file.slice(1100));
  }),
  bad('data-zeroed', 'FILE_DAMAGED', () => {
    const file = goodFile();
    return file.fill(0, 4, takeApart(file).data.length);
  }),
  bad('bit-flip-in-page-header', 'FILE_DAMAGED', () => flipped((page) => [page.header])),
  bad('bit-flip-in-levels', 'FILE_DAMAGED', () => flipped((page) => [page.levels, page.levels + 1])),
  bad('bit-flip-in-compressed-length', 'FILE_DAMAGED', () => flipped((page) => [page.values])),
  bad('bit-flips-in-values', 'FILE_DAMAGED', () =>
    flipped((page) => Array.from({ length: 64 }, (_, index) => page.values + 2 + index)),
  ),
];

function bad(
  name: string,
  expectCode: BadFile['expectCode'],
  make: BadFile['make'],
  fileName = `${name}.parquet`,
): BadFile {
  return { name, fileName, make, expectCode };
}

function cutTail(bytes: number): Uint8Array {
  const file = goodFile();
  return file.slice(0, file.length - bytes);
}

/** Offsets of the parts of the energy column's data page. */
interface PageOffsets {
  header: number;
  levels: number;
  values: number;
}

/** The good file with the lowest two and the highest bit flipped in the bytes that `choose` names. */
function flipped(choose: (page: PageOffsets) => number[]): Uint8Array {
  const file = goodFile();
  const { footer } = takeApart(file);
  const header = Number(chunkMeta(chunkOf(footer, 'energy_consumption'))[CHUNK_META.dataPage]);
  const { value, end } = readThrift(file, header);
  const page = value.field_8 as Record<'field_5' | 'field_6', number>;
  for (const offset of choose({ header, levels: end, values: end + page.field_5 + page.field_6 })) {
    file[offset] = (file[offset] ?? 0) ^ 0b1000_0011;
  }
  return file;
}

/** A picture of one grey pixel (its checksums are left blank). */
function pngBytes(): Uint8Array {
  const chunk = (type: string, body: Uint8Array) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, body.length);
    return concat(length, magic(type), body, new Uint8Array(4));
  };
  const size = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0);
  return concat(
    PNG_SIGNATURE,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Uint8Array.of(0, 128))),
    chunk('IEND', new Uint8Array()),
  );
}
