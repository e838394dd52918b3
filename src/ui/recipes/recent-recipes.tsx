import { useEffect, useSyncExternalStore } from 'react';
import { DEFAULT_POLICIES } from '../../domain/policy';
import { policyTexts, readPolicyTexts } from '../../domain/policy-text';
import type { Policies } from '../../domain/policy';
import { shortText } from '../../domain/number-text';
import { toasts } from '../toasts/toast-store';
import { RecipeStore } from './recipe-store';
import type { Recipe } from './recipe-store';
import './recipes.css';

const closed = () => null;
const recipes = new RecipeStore(browserStorage());

function browserStorage() {
  try {
    return window.localStorage;
  } catch {
    return { getItem: closed, setItem: closed, removeItem: closed };
  }
}

/** Remembers the settings in force. */
export function useNotedRecipe(policies: Policies | null): void {
  useEffect(() => {
    if (policies) recipes.note(policies);
  }, [policies]);
}

interface RecentRecipesProps {
  /** The settings in force, null while nothing is open. */
  policies: Policies | null;
  busy: boolean;
  onChoose: (policies: Policies) => void;
}

/** The settings used lately on this machine, to use again or to forget. Shows nothing before there are any. */
export function RecentRecipes({ policies, busy, onChoose }: RecentRecipesProps) {
  const list = useSyncExternalStore(recipes.subscribe, recipes.get);
  const isOn = useSyncExternalStore(recipes.subscribe, recipes.isOn);
  const current = policies && JSON.stringify(policyTexts(policies));
  if (!policies && !list.length) return null;
  const use = (recipe: Recipe) => {
    onChoose({ ...DEFAULT_POLICIES, ...readPolicyTexts(recipe).policies });
    if (!policies) toasts.show({ text: `The next file opens with ${recipeText(recipe)}` });
  };
  return (
    <section className="recipes" aria-label="Recent settings">
      {list.length > 0 && (
        <>
          <p className="field-label">Used lately on this machine</p>
          <div className="recipe-list">
            {list.map((recipe) => (
              <button
                key={JSON.stringify(recipe)}
                type="button"
                className="button button-small"
                disabled={busy}
                aria-pressed={policies ? JSON.stringify(recipe) === current : undefined}
                onClick={() => use(recipe)}
              >
                <span className="clip">{recipeText(recipe)}</span>
              </button>
            ))}
            <button type="button" className="button-link" onClick={() => recipes.forget()}>
              Forget
            </button>
          </div>
        </>
      )}
      {policies && (
        <label className="recipe-switch">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => recipes.remember(event.target.checked)}
          />
          Remember settings on this machine: zone and choices, never data
        </label>
      )}
    </section>
  );
}

const recipeText = (recipe: Recipe): string =>
  Object.values(recipe)
    .map((value) => shortText(value.replaceAll('_', ' ').replaceAll('-', ' '), 40))
    .join(', ');
