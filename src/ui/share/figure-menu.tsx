import { useContext, useRef } from 'react';
import { Menu, MenuItem } from '../menu';
import { toasts } from '../toasts/toast-store';
import { FigureSourceContext } from './figure-source';
import type { FigureRows } from './rows-csv';
import { fileNameOf, saveFile } from './save-file';
import './figure-menu.css';

interface FigureMenuProps {
  title: string;
  /** The rows that the picture was drawn from; null while they are on their way. */
  rowsOf: () => FigureRows | Promise<FigureRows> | null;
}

type Format = 'png' | 'svg' | 'csv';
type Ground = 'light' | 'dark';

/** Saves the picture of the card that it stands in, or the rows behind it. */
export function FigureMenu({ title, rowsOf }: FigureMenuProps) {
  const source = useContext(FigureSourceContext);
  const place = useRef<HTMLDivElement>(null);
  if (!source) return null;
  const save = async (format: Format, ground: Ground) => {
    const card = place.current?.closest<HTMLElement>('.card');
    const name = fileNameOf([source.subject, title], format);
    try {
      const rows = await rowsOf();
      if (!card || !rows) {
        toasts.show({ text: `${title}: nothing is drawn yet` });
        return;
      }
      const { figureFile } = await import('./figure-file');
      saveFile(await figureFile(card, { format, ground, title, source, rows }), name);
      toasts.show({ text: `Saved ${name}` });
    } catch {
      toasts.show({ text: 'This picture could not be saved. Reload the page and try again.' });
    }
  };
  return (
    <div className="figure-menu" ref={place}>
      <Menu label={`Save: ${title}`} icon="download" iconOnly>
        <MenuItem onChoose={() => void save('png', 'light')}>PNG, white ground</MenuItem>
        <MenuItem onChoose={() => void save('png', 'dark')}>PNG, dark ground</MenuItem>
        <MenuItem onChoose={() => void save('svg', 'light')}>SVG, white ground</MenuItem>
        <MenuItem onChoose={() => void save('svg', 'dark')}>SVG, dark ground</MenuItem>
        <MenuItem onChoose={() => void save('csv', 'light')}>CSV, the rows behind it</MenuItem>
      </Menu>
    </div>
  );
}
