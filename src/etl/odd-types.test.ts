import { oddTypeFiles } from '../../e2e/corpus/odd-types';
import { testOddFiles } from '../../e2e/native-run/odd-file-tests';

testOddFiles('a file with odd types', oddTypeFiles);
