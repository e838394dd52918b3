import type { ReactNode } from 'react';
import { usePlatformAddress } from './use-platform-address';

interface PlatformLinkProps {
  className?: string;
  shortcut?: string;
  children: ReactNode;
}

/** A way to the platform design; marked as the current page while it is shown. */
export function PlatformLink({ className, shortcut, children }: PlatformLinkProps) {
  const reading = usePlatformAddress() !== null;
  return (
    <a
      className={className}
      aria-keyshortcuts={shortcut}
      href="#platform"
      aria-current={reading ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
