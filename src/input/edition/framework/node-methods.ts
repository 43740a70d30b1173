// The methods that an indicator or a category has of its own, whatever the recipe says.
import { steps, type PartialRecipe } from '../../../methods/steps.ts';
import type { Framework, FrameworkNode } from '../../../model/framework.ts';
import { complete, type Choice } from '../../../model/registry.ts';

type LeafStep = 'denominate' | 'transform' | 'impute' | 'treat' | 'normalise';
/** The steps of which a row of the framework may have a method of its own. */
export type NodeStep = LeafStep | 'aggregate';

/** The framework with all parameters of the methods that its rows name. */
export function completeMethods(framework: Framework): Framework {
  return {
    ...framework,
    aggregate: completed('aggregate', framework.aggregate),
    children: framework.children.map((node): FrameworkNode =>
      node.kind === 'category' ? completeMethods(node) : { ...node, ...leafMethods((step) => node[step]) },
    ),
  };
}

/** The framework with the methods that a saved result had for its rows, instead of its own. */
export function withMethods(framework: Framework, overrides: ReadonlyMap<string, PartialRecipe>): Framework {
  return {
    ...framework,
    aggregate: completed('aggregate', overrides.get(framework.code)?.aggregate ?? null),
    children: framework.children.map((node): FrameworkNode =>
      node.kind === 'category'
        ? withMethods(node, overrides)
        : { ...node, ...leafMethods((step) => overrides.get(node.code)?.[step] ?? null) },
    ),
  };
}

/** An indicator's own methods, all parameters given. */
function leafMethods(choiceOf: (step: LeafStep) => Choice | null): Record<LeafStep, Choice | null> {
  const method = (step: LeafStep) => completed(step, choiceOf(step));
  return {
    denominate: method('denominate'),
    transform: method('transform'),
    impute: method('impute'),
    treat: method('treat'),
    normalise: method('normalise'),
  };
}

function completed(step: NodeStep, choice: Choice | null): Choice | null {
  return choice === null ? null : complete(steps[step].table, choice);
}
