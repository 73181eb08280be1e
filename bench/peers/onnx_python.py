"""Runs exported ONNX files by Python's onnxruntime: one JSON line in, one out. {"file", "input", "dims", "values"} -> {name: values}."""

import json
import sys

import numpy as np
import onnx
import onnxruntime

for line in sys.stdin:
    asked = json.loads(line)
    onnx.checker.check_model(onnx.load(asked["file"]), full_check=True)
    session = onnxruntime.InferenceSession(asked["file"], providers=["CPUExecutionProvider"])
    values = np.array(asked["values"], np.float32).reshape(asked["dims"])
    results = session.run(None, {asked["input"]: values})
    named = {output.name: result.ravel().tolist() for output, result in zip(session.get_outputs(), results)}
    print(json.dumps({"version": onnxruntime.__version__, "outputs": named}), flush=True)
