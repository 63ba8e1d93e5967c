"""Support vector machines among the cases of onnx_operators.py."""


def add_machines(learn, f):
    rows = f(1, 2, -1, 0.5, 0, 0, 3, -2, 0.25, 0.25, shape=(5, 2))
    vectors = [1.0, 0.5, -1.0, 2.0, 0.5, 0.5, 2.0, -1.0]
    for kernel in ["LINEAR", "POLY", "RBF", "SIGMOID"]:
        for degree in [2.0, 3.0]:
            if degree == 2.0 or kernel == "POLY":
                params = [0.3, 0.2, degree]
                learn("SVMRegressor", rows, kernel_type=kernel, kernel_params=params, n_supports=4,
                      support_vectors=vectors, coefficients=[1.0, -0.5, 0.25, -2.0], rho=[0.1])
                shared = dict(outputs=2, kernel_type=kernel, kernel_params=params)
                for transform in ["NONE", "LOGISTIC", "SOFTMAX"][:3 if kernel == "RBF" else 1]:
                    two(learn, rows, vectors, transform, shared)
                    three(learn, rows, vectors, transform, shared)
    learn("SVMRegressor", rows, kernel_type="RBF", kernel_params=[0.3, 0.0, 3.0], n_supports=4,
          support_vectors=vectors, coefficients=[1.0, -0.5, 0.25, -2.0], rho=[0.1], one_class=1)
    learn("SVMRegressor", rows, kernel_type="LINEAR", kernel_params=[0.0, 0.0, 0.0], n_supports=0,
          coefficients=[1.0, -0.5], rho=[0.1])
    for weights in [[1.0, -0.5, -1.0, 0.5], [1.0, 0.5, 0.25, 0.5]]:
        learn("SVMClassifier", rows, outputs=2, kernel_type="LINEAR", kernel_params=[0.0, 0.0, 0.0],
              coefficients=weights, rho=[0.1, -0.1], classlabels_ints=[3, 7])
    learn("SVMClassifier", rows, outputs=2, kernel_type="LINEAR", kernel_params=[0.0, 0.0, 0.0],
          coefficients=[1.0, -0.5, -1.0, 0.5, 0.2, 0.2], rho=[0.1], classlabels_ints=[3, 7, 9],
          post_transform="LOGISTIC")


def two(learn, rows, vectors, transform, shared):
    machine = dict(vectors_per_class=[2, 2], support_vectors=vectors, rho=[0.2],
                   coefficients=[1.0, 0.5, -0.25, -2.0], post_transform=transform)
    learn("SVMClassifier", rows, classlabels_ints=[0, 1], **machine, **shared)
    learn("SVMClassifier", rows, classlabels_strings=["a", "b"], prob_a=[-1.5], prob_b=[0.1],
          **machine, **shared)


def three(learn, rows, vectors, transform, shared):
    machine = dict(vectors_per_class=[1, 2, 1], support_vectors=vectors, rho=[0.2, -0.1, 0.3],
                   coefficients=[1.0, 0.5, -0.25, -2.0, 0.3, 0.7, -0.9, 0.4], post_transform=transform)
    learn("SVMClassifier", rows, classlabels_ints=[5, 6, 9], **machine, **shared)
    learn("SVMClassifier", rows, classlabels_ints=[5, 6, 9], prob_a=[-1.5, -0.5, -2.0],
          prob_b=[0.1, 0.0, -0.2], **machine, **shared)
