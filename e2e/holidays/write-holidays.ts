/** `npm run holidays`: writes `public/holidays.json` anew, after an update of date-holidays. */
import { writeFileSync } from 'node:fs';
import { holidayFile } from './holiday-file';

const text = JSON.stringify(holidayFile());
writeFileSync(new URL('../../public/holidays.json', import.meta.url), `${text}\n`);
process.stdout.write(`public/holidays.json: ${text.length.toLocaleString('en')} bytes\n`);
