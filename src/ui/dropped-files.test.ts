import { expect, test } from 'vitest';
import { droppedFiles, filesOfFolder } from './dropped-files';

type Tree = { [name: string]: File | Tree };

/** An entry as the browser gives it: callbacks, and a reader that hands out two entries at a time. */
function entryOf(name: string, node: File | Tree): FileSystemEntry {
  if (node instanceof File) {
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(node),
    } as unknown as FileSystemEntry;
  }
  const left = Object.entries(node).map(([inside, child]) => entryOf(inside, child));
  const createReader = () => ({
    readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 2)),
  });
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function transferOf(tree: Tree): DataTransfer {
  const items = Object.entries(tree).map(([name, node]) => ({ webkitGetAsEntry: () => entryOf(name, node) }));
  const files = Object.values(tree).filter((node) => node instanceof File);
  return { items, files } as unknown as DataTransfer;
}

const file = (name: string) => new File(['x'], name);
const namesOf = async (tree: Tree) => (await droppedFiles(transferOf(tree))).map(({ name }) => name);

test('files alone are taken as they were dropped', async () => {
  expect(await namesOf({ 'b.parquet': file('b.parquet'), 'a.parquet': file('a.parquet') })).toEqual([
    'b.parquet',
    'a.parquet',
  ]);
});

test('a folder is looked through to its end, in the order of its paths, without hidden files', async () => {
  const months = Object.fromEntries(
    [10, 2, 1, 9, 3].map((month) => [`month-${month}.parquet`, file(`month-${month}.parquet`)]),
  );
  const tree = {
    'loose.parquet': file('loose.parquet'),
    year: { ...months, '.DS_Store': file('.DS_Store'), z: { 'deep.parquet': file('deep.parquet') } },
  };
  expect(await namesOf(tree)).toEqual([
    'loose.parquet',
    'month-1.parquet',
    'month-2.parquet',
    'month-3.parquet',
    'month-9.parquet',
    'month-10.parquet',
    'deep.parquet',
  ]);
});

test('a chosen folder gives what a dropped one does: no hidden files, in the order of paths', () => {
  const fileAt = (path: string) =>
    Object.defineProperty(new File([], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });
  const paths = ['year/month-10.parquet', 'year/.DS_Store', 'year/month-2.parquet', 'year/.git/x.parquet'];
  expect(filesOfFolder(paths.map(fileAt)).map(({ name }) => name)).toEqual([
    'month-2.parquet',
    'month-10.parquet',
  ]);
});
