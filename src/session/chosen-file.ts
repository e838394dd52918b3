/** Newer than the types that come with the compiler; a browser without it leaves an empty file. */
type Removable = FileSystemFileHandle & { remove?: () => Promise<void> };

/**
 * Writes to a file that the person chose. When the work fails or is cancelled nothing is left behind: the
 * browser puts the file in place only when it is finished, and the empty one that choosing made is removed.
 */
export async function intoChosenFile<T>(
  target: FileSystemFileHandle | null,
  work: () => Promise<T>,
): Promise<T> {
  const wasEmpty = target !== null && (await target.getFile()).size === 0;
  try {
    return await work();
  } catch (thrown) {
    if (wasEmpty) await (target as Removable).remove?.().catch(() => undefined);
    throw thrown;
  }
}
