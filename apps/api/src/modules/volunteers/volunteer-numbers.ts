import { Injectable } from '@nestjs/common';
import { Numbers } from '../identity/index.js';

/** The numbers that volunteers have of us. */
@Injectable()
export class VolunteerNumbers {
  constructor(private readonly numbers: Numbers) {}

  /** `WZ`, the year, and six digits that go on over the years. Inside the unit that makes the volunteer. */
  async next(today: string): Promise<string> { return `WZ${today.slice(0, 4)}${String(await this.numbers.next('volunteer_numbers')).padStart(6, '0')}`; }
}
