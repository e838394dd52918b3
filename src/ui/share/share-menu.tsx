import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { Menu, MenuItem } from '../menu';
import { copyText } from './clipboard';
import { viewLink } from './view-link';

interface ShareMenuProps {
  dataset: Dataset;
  series: SeriesRow | null;
  onReport: () => void;
}

/** The ways to show this picture to somebody else. */
export function ShareMenu({ dataset, series, onReport }: ShareMenuProps) {
  return (
    <Menu label="Share" icon="share" iconOnly size="usual">
      <MenuItem
        icon="link"
        shortcut="l"
        note="Whoever has the same file sees the same picture; no data travels"
        onChoose={() => void copyText(viewLink(dataset, series), 'Link to this view')}
      >
        Copy link
      </MenuItem>
      {series && (
        <MenuItem
          icon="print"
          shortcut="r"
          note="This meter on one page, to print or save as PDF"
          onChoose={onReport}
        >
          Report
        </MenuItem>
      )}
    </Menu>
  );
}
