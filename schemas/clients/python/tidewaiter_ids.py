"""Ids of Tidewaiter, as schemas/CLIENTS.md describes them. Python 3.8 or later, nothing besides."""
import json
import uuid

NAMESPACE = uuid.UUID("84ae61f4-ceb0-4cc7-9cea-bbdebb8a2680")


def declaration_id(lrn, declarant):
    """Before an MRN is known: who declared, and their own reference."""
    return "LRN:" + declarant.replace("%", "%25").replace(":", "%3A") + ":" + lrn


def event_id(declaration_id, event_type, version, cause=""):
    """The same four give the same id, wherever it is formed."""
    return str(uuid.uuid5(NAMESPACE, _compact([declaration_id, event_type, version, cause])))


def assessment_id(event_id):
    return str(uuid.uuid5(uuid.UUID(event_id), "assessment"))


def referral_id(of):
    """Of an assessment id; not assessed, of a dead letter's id."""
    return str(uuid.uuid5(uuid.UUID(of), "referral"))


def notice_id(assessment_id):
    return str(uuid.uuid5(uuid.UUID(assessment_id), "notice"))


def dead_letter_id(topic, partition, offset):
    return str(uuid.uuid5(NAMESPACE, _compact([topic, partition, str(offset), "dead-letter"])))


def _compact(values):
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False)
