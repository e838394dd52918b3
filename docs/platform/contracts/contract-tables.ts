import { markdownTable } from '../scripts/marked-sections';
import { customProperty, readContracts } from './contract';
import type { Contract } from './contract';

/** The generated list of contracts and their rules, by the name of the part. */
export function contractTables(): Record<string, string> {
  const contracts = readContracts();
  return {
    contracts: markdownTable(
      ['Contract', 'Accountable', 'Fresh', 'Kept', 'Rules', 'State'],
      contracts.map(({ file, contract }) => [
        `[${contract.name}](contracts/${file}) ${contract.version}`,
        customProperty(contract, 'accountable') ?? '',
        freshness(contract),
        promise(contract, 'retention'),
        String(contract.schema.reduce((total, table) => total + table.quality.length, 0)),
        contract.status,
      ]),
    ),
    'contract-rules': markdownTable(
      ['Table', 'Rule', 'What breaks it', 'Then'],
      contracts.flatMap(({ contract }) =>
        contract.schema.flatMap((table) =>
          table.quality.map((rule) => [
            table.name,
            rule.name,
            rule.description,
            rule.severity === 'error' ? 'stops the step' : 'warns',
          ]),
        ),
      ),
    ),
  };
}

function freshness(contract: Contract): string {
  const found = contract.slaProperties.find(({ property }) =>
    ['latency', 'timeOfAvailability'].includes(property),
  );
  return found?.description ?? '';
}

function promise(contract: Contract, name: string): string {
  const found = contract.slaProperties.find(({ property }) => property === name);
  const unit = { y: 'years', d: 'days' }[found?.unit ?? ''] ?? found?.unit ?? '';
  return found ? `${found.value} ${unit}` : '';
}
