import { testDayBounds } from './day-bounds';

testDayBounds(1);
