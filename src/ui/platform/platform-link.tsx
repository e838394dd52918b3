import type { ReactNode } from 'react';
import { usePlatformAddress } from './use-platform-address';

interface PlatformLinkProps {
  className?: string;
  children: ReactNode;
}

/** A way to the platform design; marked as the current page while it is shown. */
export function PlatformLink({ className, children }: PlatformLinkProps) {
  const reading = usePlatformAddress() !== null;
  return (
    <a className={className} href="#platform" aria-current={reading ? 'page' : undefined}>
      {children}
    </a>
  );
}
