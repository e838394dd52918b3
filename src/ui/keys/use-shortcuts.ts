import { useEffect } from 'react';
import { shortcutsAreOn } from './shortcut-switch';

const TYPED_INTO = 'input, textarea, select, [contenteditable], [role="textbox"]';

/**
 * Lets single keys press what carries them in `aria-keyshortcuts`: a button or link is clicked, a
 * field gets the focus. Never while somebody types, holds a modifier, or a dialog is open.
 */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event) || document.querySelector('dialog[open]') || !shortcutsAreOn()) return;
      const carrier = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
        (element) => element.getAttribute('aria-keyshortcuts') === event.key && canBeSeen(element),
      );
      if (!carrier) return;
      event.preventDefault();
      if (carrier.matches('input')) carrier.focus();
      else if (carrier.getAttribute('aria-disabled') !== 'true') carrier.click();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** What a folded menu holds counts as seen where the menu is. */
const canBeSeen = (element: HTMLElement): boolean =>
  (element.closest('details.menu') ?? element).checkVisibility({ visibilityProperty: true });

/** The event comes from a place where keys write, be it inside a shadow root, as the SQL editor is. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}
