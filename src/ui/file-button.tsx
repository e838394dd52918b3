import { useRef } from 'react';
import { filesOfFolder } from './dropped-files';
import { Icon } from './icon';
import type { IconName } from './icon';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- must repeat the parameter of what it extends
  interface InputHTMLAttributes<T> {
    /** Every browser knows it, and React's types do not. */
    webkitdirectory?: string | undefined;
  }
}

interface FileButtonProps {
  label: string;
  icon?: IconName;
  className?: string;
  /** Shows the icon alone; the label is then its name. */
  iconOnly?: boolean;
  shortcut?: string;
  /** Lets the person choose a folder, and takes every file in it. */
  folder?: boolean;
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
  folder = false,
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
        webkitdirectory={folder ? '' : undefined}
        accept=".parquet,.csv,.tsv,.txt,.arrow,.arrows,.feather,.ipc,.nem12"
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          const files = folder ? filesOfFolder(chosen) : chosen;
          event.target.value = '';
          if (files.length) onFiles(files);
        }}
      />
    </>
  );
}
