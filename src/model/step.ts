// The steps that an index is built in, by the names that a recipe and the options give them.

/**
 * The steps between selection and normalisation, in their usual order; a recipe may let them change places.
 */
export const dataSteps = ['denominate', 'transform', 'screen', 'impute', 'treat'] as const;
export type DataStep = (typeof dataSteps)[number];

/** The steps that an indicator may have a method of its own for. */
export const indicatorSteps = ['denominate', 'transform', 'impute', 'treat', 'normalise'] as const;

/** The steps for which a recipe chooses a method. */
export type StepName =
  'select' | DataStep | 'missing' | 'normalise' | 'weights' | 'aggregate' | 'rank' | 'tiers' | 'region';
