/** The four strategies of the value × intensity matrix, and the customers outside the window. */
export const strategyIds = ['fidelisation', 'reconquete', 'rationalisation', 'abandon', 'dormant'] as const;
export type StrategyId = (typeof strategyIds)[number];
