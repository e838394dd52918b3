import { useRef } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';

interface FileButtonProps {
  label: string;
  icon?: IconName;
  className?: string;
  /** Shows the icon alone; the label is then its name. */
  iconOnly?: boolean;
  shortcut?: string;
  /** What the input is called; the button's own text unless several buttons would share it. */
  onFiles: (files: File[]) => void;
}

/** A button with a file input of the same name behind it. */
export function FileButton({
  label,
  icon,
  className = 'button',
  iconOnly = false,
  shortcut,
  onFiles,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-keyshortcuts={shortcut}
        title={iconOnly ? label : undefined}
        onClick={() => input.current?.click()}
      >
        {icon && <Icon name={icon} />}
        {iconOnly ? <span className="visually-hidden">{label}</span> : label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".parquet,.csv,.tsv,.txt,.arrow,.arrows,.feather,.ipc,.nem12"
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length) onFiles(files);
        }}
      />
    </>
  );
}
