import type { Weight, Weights } from '../../serve/autoencoder/shape.ts';

/** Running means of each weight's gradient and of its square, and how many steps they cover. */
export interface Moments {
  readonly steps: number;
  readonly means: ReadonlyMap<string, Float32Array>;
  readonly squares: ReadonlyMap<string, Float32Array>;
}

const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-7];

export function freshMoments(weights: Weights): Moments {
  const zeros = (): Map<string, Float32Array> =>
    new Map([...weights].map(([name, { values }]) => [name, new Float32Array(values.length)]));
  return { steps: 0, means: zeros(), squares: zeros() };
}

/** One step of Adam (Kingma and Ba, 2015), in plain arrays, so that its state is stored and taken up again exactly. */
export function adamStep(
  weights: Weights,
  moments: Moments,
  gradients: ReadonlyMap<string, Float32Array>,
  rate: number,
): { readonly weights: Weights; readonly moments: Moments } {
  const steps = moments.steps + 1;
  const corrected = (rate * Math.sqrt(1 - BETA2 ** steps)) / (1 - BETA1 ** steps);
  const next = new Map<string, Weight>();
  const [means, squares] = [new Map<string, Float32Array>(), new Map<string, Float32Array>()];
  for (const [name, { shape, values }] of weights) {
    const [mean, square, gradient] = [
      Float32Array.from(moments.means.get(name)!),
      Float32Array.from(moments.squares.get(name)!),
      gradients.get(name)!,
    ];
    const moved = Float32Array.from(values);
    for (let at = 0; at < moved.length; at += 1) {
      const g = gradient[at]!;
      mean[at] = BETA1 * mean[at]! + (1 - BETA1) * g;
      square[at] = BETA2 * square[at]! + (1 - BETA2) * g * g;
      moved[at] = moved[at]! - (corrected * mean[at]!) / (Math.sqrt(square[at]!) + EPSILON);
    }
    next.set(name, { shape, values: moved });
    means.set(name, mean);
    squares.set(name, square);
  }
  return { weights: next, moments: { steps, means, squares } };
}
