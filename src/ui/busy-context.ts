import { createContext } from 'react';

/**
 * Whether a job is running. What depends on it is drawn anew when a job begins and ends, without all the pictures
 * around it.
 */
export const BusyContext = createContext(false);
