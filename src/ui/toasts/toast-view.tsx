import { useSyncExternalStore } from 'react';
import { Icon } from '../icon';
import { toasts } from './toast-store';
import './toast.css';

/** The message in the corner. The region is always there, so that what comes into it is read out. */
export function ToastView() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div className="toast-place" aria-live="polite" aria-label="Messages" role="log">
      {toast && (
        <div
          className="toast"
          onPointerEnter={() => toasts.hold()}
          onPointerLeave={() => toasts.resume()}
          onFocus={() => toasts.hold()}
          onBlur={() => toasts.resume()}
        >
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                toasts.dismiss();
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            className="toast-close"
            aria-label="Dismiss the message"
            onClick={() => toasts.dismiss()}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
