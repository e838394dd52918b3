/** The version of the transformation; it changes whenever the same input would give other rows. */
export const ETL_VERSION = '1.0.0';
