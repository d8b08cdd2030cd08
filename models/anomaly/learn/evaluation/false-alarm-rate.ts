/** Share of honest goods that may be called odd where the model is measured: what it finds is told at this rate of false alarms. */
export const RATE = 0.01;
