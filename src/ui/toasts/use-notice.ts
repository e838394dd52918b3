import { useEffect } from 'react';
import { toasts } from './toast-store';

/** Says in the corner what the session has to say, once each time. */
export function useNotice(notice: { text: string } | null): void {
  useEffect(() => {
    if (notice) toasts.show({ text: notice.text, stays: true });
  }, [notice]);
}
