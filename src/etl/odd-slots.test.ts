import { oddSlotFiles } from '../../e2e/corpus/odd-slots';
import { testOddFiles } from '../../e2e/native-run/odd-file-tests';

testOddFiles('a file with odd arrays', oddSlotFiles);
