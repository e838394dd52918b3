import { oddNameFiles } from '../../e2e/corpus/odd-names';
import { oddZoneFiles } from '../../e2e/corpus/odd-zones';
import { testOddFiles } from '../../e2e/native-run/odd-file-tests';

testOddFiles('a file with odd names', oddNameFiles);
testOddFiles('a file of a zone with odd rules', await oddZoneFiles());
