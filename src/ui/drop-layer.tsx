import { useEffect, useState } from 'react';
import { droppedFiles } from './dropped-files';
import { Icon } from './icon';

type Mode = 'add' | 'replace';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

const modeAt = (target: EventTarget | null): Mode =>
  target instanceof Element && target.closest('[data-drop="add"]') ? 'add' : 'replace';

interface DropLayerProps {
  /** Something is open, so that a drop can add to it. */
  hasData: boolean;
  onFiles: (files: File[], mode: Mode) => void;
}

/** Takes files and folders dropped anywhere on the page; while they hover, shows what a drop would do. */
export function DropLayer({ hasData, onFiles }: DropLayerProps) {
  const [over, setOver] = useState<Mode | null>(null);

  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(modeAt(event.target));
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(null);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(null);
      if (!event.dataTransfer) return;
      const mode = hasData ? modeAt(event.target) : 'replace';
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files, mode);
      });
    };
    window.addEventListener('dragenter', onOver);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onOver);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [hasData, onFiles]);

  if (over === null) return null;
  if (!hasData) {
    return (
      <div className="drop-layer">
        <DropHalf mode="replace" over title="Drop to open" note="Read in place, on this machine" />
      </div>
    );
  }
  return (
    <div className="drop-layer">
      <DropHalf
        mode="replace"
        over={over === 'replace'}
        title="Replace what is open"
        note="Closes the open files"
      />
      <DropHalf mode="add" over={over === 'add'} title="Add to what is open" note="Keeps the open files" />
    </div>
  );
}

function DropHalf({ mode, over, title, note }: { mode: Mode; over: boolean; title: string; note: string }) {
  return (
    <div className={over ? 'drop-half is-over' : 'drop-half'} data-drop={mode}>
      <Icon name={mode === 'add' ? 'add' : 'drop'} />
      {title}
      <small>{note}</small>
    </div>
  );
}
