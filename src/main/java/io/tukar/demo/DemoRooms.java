package io.tukar.demo;

import io.tukar.evidence.Photos;
import io.tukar.rma.Drafts;
import io.tukar.rma.ExchangeDesk;
import io.tukar.stock.Shelf;

/** What a demonstration case goes through, and who takes it there. */
record DemoRooms(
    ExchangeDesk desk,
    Drafts drafts,
    Photos photos,
    Shelf shelf,
    DemoPhotos pictures,
    DemoGoods goods,
    DemoStaff.Team team,
    DemoParcels parcels) {}
