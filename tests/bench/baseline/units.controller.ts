import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { And, LessThan, MoreThanOrEqual, type FindOptionsOrder, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import { Unit } from './unit.entity.js';

const orders: Readonly<Record<string, FindOptionsOrder<Unit>>> = { name: { nameKey: 'ASC', id: 'ASC' }, sortNo: { sortNo: 'ASC', id: 'ASC' } };

interface ListQuery { kind: string; divisionCode: string; sort: string; page: string; perPage: string }
interface NewUnit { name: string; fullName: string; kind: string; divisionCode: string; sortNo: number }

@Controller('units')
export class UnitsController {
  constructor(@InjectRepository(Unit) private readonly units: Repository<Unit>) {}

  /** A range and not LIKE, which SQLite prepares anew for every value. */
  @Get()
  async list(@Query() query: ListQuery) {
    const perPage = Number(query.perPage);
    const [data, total] = await this.units.findAndCount({
      where: { kind: query.kind, divisionId: And(MoreThanOrEqual(query.divisionCode), LessThan(`${query.divisionCode}\u{10FFFF}`)) }, order: orders[query.sort] ?? {}, skip: (Number(query.page) - 1) * perPage, take: perPage,
    });
    return { data, total };
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const unit = await this.units.findOneBy({ id });
    if (!unit) throw new NotFoundException();
    return unit;
  }

  /** `insert` and not `save`, which would look for the row first. */
  @Post()
  async create(@Body() { divisionCode, ...given }: NewUnit) {
    const id = v7();
    const key = given.name.toLowerCase();
    const unit = { id, ...given, divisionId: divisionCode, parentId: null, hostsOffice: false, openedOn: null, closedOn: null, successorId: null, version: 1 };
    await this.units.insert({ ...unit, nameKey: key, searchKey: key, path: `/${id}/` });
    return unit;
  }
}
