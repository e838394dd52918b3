import { oddRowFiles } from '../../e2e/corpus/odd-rows';
import { testOddFiles } from '../../e2e/native-run/odd-file-tests';

testOddFiles('a file with odd rows', oddRowFiles);
