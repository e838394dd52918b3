import { useEffect, useState, useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const STORED = 'meterfold.theme';
const query = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

const systemTheme = (): Theme => (window.matchMedia(query).matches ? 'dark' : 'light');

function storedTheme(): Theme | null {
  try {
    const value = window.localStorage.getItem(STORED);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

/** The theme in force and a switch to the other one; the system decides until a person does. */
export function useTheme(): [Theme, () => void] {
  const system = useSyncExternalStore(subscribe, systemTheme);
  const [chosen, setChosen] = useState<Theme | null>(storedTheme);
  const theme = chosen ?? system;

  useEffect(() => {
    if (chosen) document.documentElement.dataset['theme'] = chosen;
  }, [chosen]);

  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    setChosen(next);
    try {
      window.localStorage.setItem(STORED, next);
    } catch {
      // Storage may be closed to the page; the choice then lasts until it is left.
    }
  };
  return [theme, toggle];
}
