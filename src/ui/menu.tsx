import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';
import './menu.css';

interface MenuProps {
  /** What the menu is for; shown beside the icon unless `iconOnly`. */
  label: string;
  icon: IconName;
  iconOnly?: boolean;
  /** As large as the buttons beside it, or small; only with `iconOnly`. */
  size?: 'usual' | 'small';
  /** Buttons; pressing one folds the menu. */
  children: ReactNode;
}

/** A button with a fold-out of further buttons. Escape, a choice, or leaving it folds it. */
export function Menu({ label, icon, iconOnly = false, size = 'small', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const fold = () => details.current?.removeAttribute('open');
  return (
    <details
      className="menu"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        fold();
        details.current.querySelector('summary')?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) fold();
      }}
    >
      <summary
        className={
          iconOnly ? `button button-quiet button-icon${size === 'small' ? ' button-small' : ''}` : 'button'
        }
        {...(iconOnly ? { 'aria-label': label, title: label } : {})}
      >
        <Icon name={icon} />
        {!iconOnly && label}
      </summary>
      <div className="menu-panel" onClick={fold}>
        {children}
      </div>
    </details>
  );
}

interface MenuItemProps {
  icon?: IconName;
  note?: string;
  /** The single key that chooses it, folded or not. */
  shortcut?: string;
  onChoose: () => void;
  children: ReactNode;
}

/** One thing a menu can do. */
export function MenuItem({ icon, note, shortcut, onChoose, children }: MenuItemProps) {
  return (
    <button type="button" className="menu-item" aria-keyshortcuts={shortcut} onClick={onChoose}>
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {note && <span className="menu-note">{note}</span>}
      </span>
    </button>
  );
}
