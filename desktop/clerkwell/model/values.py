"""What every value of the model has in common."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value: compared by content, changed only by making another one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
