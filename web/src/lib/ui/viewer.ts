/** The signed-in person as pages know them: enough for the header, the forms and who may do what. */
import type { Me } from '@hanoi/core/person/schema';

export type Viewer = Pick<Me, 'id' | 'name' | 'email' | 'roles' | 'memberships' | 'ward'>;
