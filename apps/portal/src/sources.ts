/** Sources that browsers load, as the client's manifest names them. The build takes its entries from here, a page names what it wants. */
export const sheets = {
  frame: 'src/styles/index.css', home: 'src/styles/home.css', activities: 'src/styles/activities.css', forms: 'src/styles/forms.css', own: 'src/styles/own.css', family: 'src/styles/family.css', talks: 'src/styles/talks.css',
} as const;
/** A style sheet. */
export type SheetName = keyof typeof sheets;

/** Scripts of the parts of a page that do something; each is one small module. */
export const islands = {
  readAloud: 'src/islands/read-aloud.ts', list: 'src/islands/list.tsx', activity: 'src/islands/activity.tsx', register: 'src/islands/register.tsx', signIn: 'src/islands/sign-in.tsx',
  security: 'src/islands/security.ts', me: 'src/islands/me.tsx', myData: 'src/islands/my-data.tsx', realName: 'src/islands/real-name.ts', checkIn: 'src/islands/check-in.tsx', lead: 'src/islands/lead.tsx', join: 'src/islands/join.tsx', invitation: 'src/islands/invitation.tsx', roster: 'src/islands/roster.tsx', complaints: 'src/islands/complaints.tsx', complaintStatus: 'src/islands/complaint-status.tsx',
  family: 'src/islands/family.tsx', myFamily: 'src/islands/my-family.tsx', guardian: 'src/islands/guardian.tsx', talks: 'src/islands/talks.tsx', myTalks: 'src/islands/my-talks.tsx', order: 'src/islands/order.tsx', orderStatus: 'src/islands/order-status.tsx', rate: 'src/islands/rate.tsx', myOrders: 'src/islands/my-orders.tsx', myTeams: 'src/islands/my-teams.tsx', teamDoor: 'src/islands/team-door.tsx', invited: 'src/islands/invited.tsx',
} as const;
/** An island. */
export type IslandName = keyof typeof islands;
