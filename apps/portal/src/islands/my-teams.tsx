import { attachMyTeams } from '../teams/my-teams.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('my-teams')) void attachMyTeams(root, { ...browserOf(root), position: new URLSearchParams(location.search).get('position') });
