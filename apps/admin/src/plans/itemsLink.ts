interface ItemsFilter { unitId?: string; programmeId?: string; state?: string; hasTarget?: 'true' | 'false' }

/** The items behind a figure, a cell, a unit or a programme: exactly these, whatever the list was last filtered by. */
export const itemsLink = (planId: string, filter: ItemsFilter): string => `/plans/${planId}/items?filter=${encodeURIComponent(JSON.stringify(filter))}`;
