/**
 * The column that stands in place of a batch's texts where a reader has replaced each combination of them by a code,
 * for `batch_key.sql` and `staged_row.sql`.
 */
export const TEXT_CODE = 'text_code';
