import { pick } from '../../shared/screen/language.ts';
import type { FloorView } from '../../shared/views/floor.ts';

/** A service's name; nothing where the settings no longer know it. */
export function serviceName({ services }: Pick<FloorView, 'services'>, id: string): string {
  const service = services.find((s) => s.id === id);
  return service ? pick(service.name) : '';
}
