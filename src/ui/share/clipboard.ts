import { toasts } from '../toasts/toast-store';

/** Puts text on the clipboard and says so, or says that the browser did not allow it. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: `${what} copied` });
  } catch {
    toasts.show({ text: 'The browser did not allow copying. Allow this page to use the clipboard.' });
  }
}
